//! Which theme is on, and the menu of them: the one under the cursor is shown at once.

use std::collections::HashSet;

use crate::{
    messages::themes,
    themes::{OFFERED_THEMES, OfferedTheme, ThemeChoice, ThemeName},
};

use super::{App, Effect, ListCursor, Overlay, PickEffect, PickItem, PickKind, PickMenu};

impl App {
    /// The theme that is to be shown: the one under the cursor of the menu, else the one that was chosen.
    pub fn theme(&self) -> &ThemeChoice {
        self.overlays.iter().rev().find_map(previewed_theme).unwrap_or(&self.prefs.theme)
    }

    /// Opens the menu of themes. Which ones the person has the runtime finds out.
    pub(super) fn open_themes(&mut self) -> Effect {
        let menu = self.theme_menu(&self.prefs.theme);
        self.overlays.push(Overlay::Pick(menu));
        Effect::ListThemes
    }

    /// Takes note of which themes the person has.
    pub fn set_own_themes(&mut self, names: Vec<ThemeName>) {
        if self.prefs.own_themes == names {
            return;
        }
        self.prefs.own_themes = names;
        let menu = self.theme_menu(self.theme());
        for overlay in &mut self.overlays {
            if let Overlay::Pick(open) = overlay
                && open.offer == PickKind::Themes
            {
                open.clone_from(&menu);
            }
        }
    }

    /// All themes, with the cursor on this one.
    fn theme_menu(&self, current: &ThemeChoice) -> PickMenu {
        let locale = self.locale();
        let mut letters: HashSet<char> = HashSet::new();
        let mut key = |wanted: Option<char>| {
            let free = wanted.into_iter().chain('a'..='z').find(|letter| !letters.contains(letter));
            letters.extend(free);
            free
        };
        let offered = OFFERED_THEMES.iter().filter_map(|OfferedTheme { name, about }| {
            let choice = name.parse::<ThemeChoice>().ok()?;
            Some(((*name).to_owned(), about(locale), choice))
        });
        let is_offered = |name: &ThemeName| OFFERED_THEMES.iter().any(|theme| theme.name == name.as_str());
        let own = self.prefs.own_themes.iter().filter(|name| !is_offered(name));
        let own = own.map(|name| (name.to_string(), themes::own(locale), ThemeChoice::one(name.clone())));
        let mut all: Vec<(String, &str, ThemeChoice)> = offered.chain(own).collect();
        if !all.iter().any(|(.., choice)| choice == current) {
            all.push((current.to_string(), themes::configured(locale), current.clone()));
        }
        let place = all.iter().position(|(.., choice)| choice == current).unwrap_or(0);
        let item = |(name, about, choice): (String, &str, ThemeChoice)| {
            let initial = name.chars().next().filter(char::is_ascii_lowercase);
            PickItem::new(key(initial), name, about.to_owned(), PickEffect::Theme(choice))
        };
        let items = all.into_iter().map(item).collect();
        PickMenu { cursor: ListCursor { place, top: 0 }, ..PickMenu::new(PickKind::Themes, items) }
    }

    /// Takes a theme, and says how it is kept. One that follows the background wants to know it.
    pub(super) fn choose_theme(&mut self, choice: ThemeChoice) -> Option<Effect> {
        self.tell(themes::chosen(self.locale(), &choice.told(self.locale())));
        let follows = choice.follows_background();
        self.prefs.theme = choice;
        follows.then_some(Effect::QueryBackground)
    }
}

/// The theme under the cursor of a menu of themes.
fn previewed_theme(overlay: &Overlay) -> Option<&ThemeChoice> {
    let Overlay::Pick(menu) = overlay else { return None };
    match &menu.items.get(menu.cursor.place)?.effect {
        PickEffect::Theme(choice) => Some(choice),
        _ => None,
    }
}
