//! `docs/themes.md`: how things may look, and how a theme is written.

use annalist::messages::Locale;
use annalist::themes::{ATTRIBUTES, ColorDepth, OFFERED_THEMES, ROLES, ThemeName, ThemeReader};

use super::{assert_written, blocks, code, page, table};

const CHOOSING: &str = "\
`t` opens the menu of themes and shows each as the cursor comes to it; Enter takes it, Esc gives back the one before. `--theme NAME` asks for one
when annalist starts, and `theme = \"NAME\"` in the [configuration](config.md) always. A pair goes by the background of the terminal:
`theme = { dark = \"indigo\", light = \"washi\" }`.
";

const ABOUT: &str = "\
Every text of a theme that brings its own colours has a contrast of 4.5 to 1 at least on all that it stands on, and of 7 to 1 in `high-contrast`, in true colour and
with 256 colours; lanes are told apart without cones for red, green or blue as well. Nothing is told by colour alone. `NO_COLOR` is
`mono`, unless the command line names a theme.

A theme that is made for another background than the terminal's brings its own ground; `indigo` and `washi` always do.

![indigo](../assets/theme-indigo.svg)

![washi](../assets/theme-washi.svg)
";

const OWN: &str = "\
`NAME.toml` in the folder `themes` beside the configuration, `~/.config/annalist/themes`, is a theme of that name, and goes before one that comes with
annalist. It says only what is to be another than in what it inherits:

```toml
inherits = \"dark\"

background = \"#e0e6e0/253/white on #10201a/233/black\"
accent     = \"bold #9fd8b0/115/green\"
key        = \"#9fd8b0/115/green\"
lanes      = [\"#8fc7ff/117/cyan\", \"#e5c07b/180/yellow\"]
```

It is read again whenever it is saved. What is wrong with it is told with line and column, and the last good one stays.

| key | says |
| --- | --- |
| `inherits` | the theme from which all comes that is not named here; without it, that of its kind |
| `kind` | `\"dark\"`, `\"light\"` or `\"any\"`: for which background it is made |
| `paints` | `true`: its ground is painted always; `false`: only where the terminal's background is of another kind. Without it, a theme that names a `background` has it painted |
| `lanes` | styles of lanes, which come round again where there are more lanes |
";

const STYLES: &str = "\
A style is words: a colour, another after `on` for the ground, and ways to write. A colour is one of the sixteen of the terminal's palette (`red`, `bright-black`), the number of
one of 256, or `#rrggbb`. Alternatives stand behind `/`, best first: `#6ca8e0/75/blue` is true colour, else one of 256, else one of sixteen.
An empty style leaves things as they are.
";

const RULES: &str = "\
Events that a [query](query.md) keeps can have a style of their own, in the list and on the axis. That stands in the configuration, and holds for every timeline:

```toml
[[colour]]
query = \"level:crit\"
style = \"bold #ff6b6b/203/red\"

[[colour]]
query = \"kind:agreement 2023..\"
style = \"underline\"
```

The first rule that keeps an event holds; where several events share a column of the axis, the first rule that keeps one of them. The selected row keeps its own ground, and
words that were looked for their highlight. Without colours, only the ways to write are left. A rule whose field this timeline does not have keeps nothing.
`%` lists the rules, and how many events each keeps.
";

#[test]
fn the_page_of_themes_is_made_of_the_tables_that_the_program_goes_by() {
    let offered = OFFERED_THEMES.map(|theme| [code([theme.name]), (theme.about)(Locale::English).to_owned()]);
    let roles = ROLES.iter().map(|role| [code([role.name]), role.about.to_owned()]);
    let attributes = code(ATTRIBUTES.map(|(name, _)| name));
    let text = format!(
        "{CHOOSING}\n{}\n{ABOUT}\n## A theme of your own\n\n{OWN}\n{}\n## Styles\n\n{STYLES}\nWays to write: {attributes}.\n\n\
         ## Colours of events\n\n{RULES}",
        table(["theme", "is"], offered),
        table(["role", "is drawn in it"], roles),
    );
    let page = page("Themes", &text);
    assert_written("docs/themes.md", &page);
    let examples = blocks(&page, "toml");
    let [theme, rules] = examples[..] else { panic!("two examples") };
    let own = |name: &ThemeName| (name.as_str() == "mine").then(|| Ok(theme.to_owned()));
    let read = ThemeReader::new(&own, ColorDepth::True).read(&"mine".parse().unwrap());
    let read = read.unwrap_or_else(|error| panic!("{error}"));
    assert_eq!(read.lane(0), read.lane(2), "hues come round again");
    let mut settings = annalist::config::Settings::new().unwrap();
    settings.read(rules).unwrap();
    assert_eq!(settings.color_rules.len(), 2);
}
