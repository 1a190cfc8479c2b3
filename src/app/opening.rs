//! Opening a source where it is published, or where it is archived.

use crate::{
    load::is_http_url,
    messages::{menus, notices},
    model::{Event, Source, Text},
};

use super::{App, DisabledReason, Effect, Overlay, PickEffect, PickItem, PickKind, PickMenu};

impl App {
    /// The addresses of an event's sources with the sources' numbers, those that bear most first.
    fn addresses(event: &Event) -> Vec<(usize, &Source, &Text)> {
        let sources =
            event.sources_by_rank().into_iter().filter_map(|place| Some((place + 1, event.sources.get(place)?)));
        sources
            .flat_map(|(number, source)| {
                let addresses = source.url.iter().chain(&source.archived).filter(|address| is_http_url(address));
                addresses.map(move |address| (number, source, address))
            })
            .collect()
    }

    /// Whether something can be opened.
    ///
    /// # Errors
    ///
    /// The event names no address.
    pub(super) fn open_availability(&self) -> Result<(), DisabledReason> {
        let event = self.selected_event().ok_or(DisabledReason::NothingShown)?;
        if Self::addresses(&event).is_empty() { Err(DisabledReason::NoSource) } else { Ok(()) }
    }

    /// Opens the source under the cursor of the detail, or the only one; of several it is asked which.
    pub(super) fn open_source(&mut self) -> Option<Effect> {
        self.selection.prefer_selected();
        if self.is_in_detail()
            && let Some(address) = self.item_address().ok().filter(|address| is_http_url(address))
        {
            return Some(self.open_address(address.into_owned()));
        }
        let event = self.selected_event()?;
        let addresses = Self::addresses(&event);
        if let [(_, _, address)] = addresses.as_slice() {
            let address = address.to_string();
            return Some(self.open_address(address));
        }
        let (words, lang, locale) = (&self.doc.timeline.vocabularies, self.prefs.lang, self.locale());
        let keys = ('1'..='9').map(Some).chain(std::iter::repeat(None));
        let item = |((number, source, address), key): ((usize, &Source, &Text), Option<char>)| {
            let publisher = source.publisher.as_deref().map(|name| words.publisher(name, lang));
            let is_archived = source.archived.as_ref() == Some(address);
            let archived = if is_archived { menus::archived(locale) } else { "" };
            PickItem {
                key,
                label: format!("[{number}] {}{archived}", publisher.as_deref().unwrap_or_default()),
                count: None,
                // Where it leads says more in few columns than how it is fetched.
                detail: address.strip_prefix("https://").unwrap_or(address).to_owned(),
                effect: PickEffect::Open(address.to_string()),
            }
        };
        let items = addresses.into_iter().zip(keys).map(item).collect();
        self.overlays.push(Overlay::Pick(PickMenu::new(PickKind::Sources, items)));
        None
    }

    pub(super) fn open_address(&mut self, address: String) -> Effect {
        self.tell(notices::to_browser(self.locale(), &address));
        Effect::Open(address)
    }
}
