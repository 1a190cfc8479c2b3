# Pictures, and the axis of a page by itself: sound XML, which a second program draws.
set -e
for page in "$@"; do
    case $page in
    *.svg) cp "$page" "$page.svg" ;;
    *) sed -n '/<svg/,/<\/svg>/p' "$page" | sed 's/<svg /<svg xmlns="http:\/\/www.w3.org\/2000\/svg" /' >"$page.svg" ;;
    esac
    xmllint --noout "$page.svg"
    if command -v rsvg-convert >/dev/null; then rsvg-convert "$page.svg" >"$page.png"; fi
done
