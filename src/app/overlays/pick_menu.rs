//! A menu of things of which one is done: the events of a cluster, what can be copied, sides of a comparison.

use crate::{
    export::OutputFormat,
    messages::menus,
    model::{EventIndex, Term},
    query::{Field, Predicate, Query},
    themes::ThemeChoice,
};

use crate::app::{App, ChosenText, Direction, Effect, ListCursor, MatrixPivot, Overlay, SavedQueryChange, Side};

/// So many values of a field are offered for a side.
const MAX_SIDES: usize = 200;

/// What an entry does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PickEffect {
    /// Selects an event.
    Event(EventIndex),
    /// Copies a text; its name says what it is.
    Copy {
        /// What is copied.
        name: String,
        /// The text.
        text: String,
    },
    /// Copies a text of all events that are chosen, which is made then; its name says what it is.
    CopyChosen {
        /// What is copied.
        name: String,
        /// Which text.
        text: ChosenText,
    },
    /// Filters.
    Query(String),
    /// Counts this in the matrix.
    Pivot(MatrixPivot),
    /// Opens an address.
    Open(String),
    /// Names a file in this format.
    Format(OutputFormat),
    /// Names another file in place of one that is there.
    Rename {
        /// The format.
        format: OutputFormat,
        /// What the file was to be called.
        name: String,
    },
    /// Writes over a file.
    Overwrite {
        /// The format.
        format: OutputFormat,
        /// What the file is called.
        name: String,
    },
    /// Takes this filter for a side of the comparison.
    Side(Side, String),
    /// Puts a field beside the titles of the list, or takes it away.
    Column(String),
    /// Takes this theme.
    Theme(ThemeChoice),
    /// Changes the saved queries.
    Change(SavedQueryChange),
    /// Leaves all as it is.
    Nothing,
}

/// What a menu offers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickKind {
    /// The events that stand on one column.
    Cluster,
    /// What can be copied of the selected event.
    Copies,
    /// Queries that were saved.
    Queries,
    /// Whether a saved query is to be deleted.
    Delete,
    /// What the matrix can count.
    Pivots,
    /// Sources that can be opened.
    Sources,
    /// Formats to write.
    Formats,
    /// What is to become of a file that is there already.
    Overwrite,
    /// The events to which a step along a thread may lead.
    Targets(Direction),
    /// Filters for a side of the comparison.
    Side(Side),
    /// Fields that can stand beside the titles of the list.
    Columns,
    /// Themes, of which the one under the cursor is shown at once.
    Themes,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickItem {
    /// The letter that chooses it; `None` once the letters have run out.
    pub key: Option<char>,
    /// What it is.
    pub label: String,
    /// How many events it keeps; `None` where that is not counted.
    pub count: Option<usize>,
    /// What it holds, shown beside it.
    pub detail: String,
    /// What it does.
    pub effect: PickEffect,
}

/// The menu.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PickMenu {
    /// What it offers.
    pub offer: PickKind,
    /// The entries.
    pub items: Vec<PickItem>,
    /// The entry that the cursor stands on.
    pub cursor: ListCursor,
}

impl PickItem {
    pub(in crate::app) const fn new(key: Option<char>, label: String, detail: String, effect: PickEffect) -> Self {
        Self { key, label, count: None, detail, effect }
    }
}

impl PickMenu {
    pub(in crate::app) fn new(offer: PickKind, items: Vec<PickItem>) -> Self {
        Self { offer, items, cursor: ListCursor::default() }
    }

    /// The place of the entry with this letter.
    pub(in crate::app) fn place_of(&self, letter: char) -> Option<usize> {
        self.items.iter().position(|item| item.key == Some(letter))
    }

    /// Gives every event that can be chosen its new place.
    pub(in crate::app) fn remap_events(&mut self, moved: &impl Fn(EventIndex) -> Option<EventIndex>) {
        for item in &mut self.items {
            if let PickEffect::Event(ix) = &mut item.effect {
                *ix = moved(*ix).unwrap_or(*ix);
            }
        }
    }
}

impl App {
    /// Opens the events that stand on the column of the selected one; `false` if it stands there alone.
    pub(in crate::app) fn open_cluster(&mut self) -> bool {
        let events = self.cluster();
        if events.len() < 2 {
            return false;
        }
        let items = events.iter().zip(('a'..='z').map(Some).chain(std::iter::repeat(None)));
        // Dates of one year do not have to say it.
        let year = events.first().and_then(|&ix| self.doc.year_of(ix));
        let is_one_year = events.iter().all(|&ix| self.doc.year_of(ix) == year);
        let items: Vec<PickItem> = items
            .filter_map(|(&ix, key)| {
                let event = self.doc.timeline.event(ix)?;
                Some(PickItem {
                    key,
                    count: None,
                    label: if is_one_year {
                        event.date.short(self.prefs.lang)
                    } else {
                        event.date.long(self.prefs.lang)
                    },
                    detail: self.prefs.lang.pick(&event.title, event.title_ja.as_deref()).to_owned(),
                    effect: PickEffect::Event(ix),
                })
            })
            .collect();
        let place = events.iter().position(|&ix| Some(ix) == self.selection.selected).unwrap_or(0);
        let cursor = ListCursor { place, top: 0 };
        self.overlays.push(Overlay::Pick(PickMenu { cursor, ..PickMenu::new(PickKind::Cluster, items) }));
        true
    }

    /// Opens the events to which a step along the thread may lead, each by its number.
    pub(in crate::app) fn open_targets(&mut self, direction: Direction) {
        let targets = self.thread_targets(direction);
        let items = targets.into_iter().zip('1'..='9').filter_map(|(ix, key)| {
            let event = self.doc.timeline.event(ix)?;
            let label = event.date.long(self.locale().into());
            let detail = self.prefs.lang.pick(&event.title, event.title_ja.as_deref()).to_owned();
            Some(PickItem::new(Some(key), label, detail, PickEffect::Event(ix)))
        });
        let items = items.collect();
        self.overlays.push(Overlay::Pick(PickMenu::new(PickKind::Targets(direction), items)));
    }

    /// Opens the filters that a side of the comparison can have: saved ones, and each value of what events are sorted by.
    pub(in crate::app) fn open_side(&mut self, side: Side) {
        let words = &self.doc.timeline.vocabularies;
        let lang = self.locale().into();
        let saved = self.prefs.saved_queries.iter().map(|(name, text)| (name.clone(), text.clone()));
        let mut offered: Vec<(String, String)> = saved.collect();
        let mut offer = |field: Field, terms: Vec<&Term>| {
            offered.extend(terms.into_iter().filter(|term| !term.id.is_empty()).take(MAX_SIDES).map(|term| {
                let query = Query::from(vec![Predicate::Field(field, vec![term.id.to_string()]).into()]);
                (term.label(lang).into_owned(), query.to_string())
            }));
        };
        offer(Field::Lane, words.lanes.iter().map(|(_, term)| term).collect());
        offer(Field::Party, words.parties.iter().map(|(_, term)| term).collect());
        offer(Field::Area, words.areas.iter().map(|(_, term)| term).collect());
        offer(Field::Kind, words.kinds.iter().map(|(_, term)| term).collect());
        let letters = ('a'..='z').map(Some).chain(std::iter::repeat(None));
        let present = self.comparison.query(side).to_string();
        let place = offered.iter().position(|(_, text)| *text == present).unwrap_or(0);
        let item = |((label, text), key): ((String, String), Option<char>)| {
            PickItem::new(key, label, text.clone(), PickEffect::Side(side, text))
        };
        let items = offered.into_iter().zip(letters).map(item).collect();
        let cursor = ListCursor { place, top: 0 };
        self.overlays.push(Overlay::Pick(PickMenu { cursor, ..PickMenu::new(PickKind::Side(side), items) }));
    }

    /// Opens what the matrix can count.
    pub(in crate::app) fn open_pivots(&mut self) {
        let locale = self.locale();
        let item = |(key, pivot): (char, MatrixPivot)| {
            let rows = pivot.rows().label_of_many(locale);
            let label = match pivot.columns() {
                None => menus::by_time(locale, rows),
                Some(columns) => format!("{rows} × {}", columns.label_of_many(locale)),
            };
            let detail = if pivot.is_paired() { menus::who_met_whom(locale) } else { "" };
            PickItem::new(Some(key), label, detail.to_owned(), PickEffect::Pivot(pivot))
        };
        let items = MatrixPivot::ALL.map(item).to_vec();
        let place = MatrixPivot::ALL.iter().position(|(_, pivot)| *pivot == self.matrix.pivot).unwrap_or(0);
        let cursor = ListCursor { place, top: 0 };
        self.overlays.push(Overlay::Pick(PickMenu { cursor, ..PickMenu::new(PickKind::Pivots, items) }));
    }

    /// Does what the entry under the cursor says, and closes the menu, unless more may be chosen in it.
    pub(in crate::app) fn accept_pick(&mut self) -> Option<Effect> {
        let Some(Overlay::Pick(choice)) = self.overlays.last() else { return None };
        let does = choice.items.get(choice.cursor.place)?.effect.clone();
        if !matches!(does, PickEffect::Column(_)) {
            self.overlays.pop();
        }
        match does {
            PickEffect::Event(ix) => self.jump(ix),
            PickEffect::Query(text) => self.ask(&text),
            PickEffect::Pivot(pivot) => self.set_pivot(pivot),
            PickEffect::Side(side, text) => self.choose_side(side, &text),
            PickEffect::Change(change) => return Some(Effect::ChangeQueries(change)),
            PickEffect::Column(name) => self.toggle_list_column(&name),
            PickEffect::Nothing => {}
            PickEffect::Theme(choice) => return self.choose_theme(choice),
            PickEffect::Open(address) => return Some(self.open_address(address)),
            PickEffect::Format(format) => self.open_export_prompt(format, &self.export_name(format)),
            PickEffect::Rename { format, name } => self.open_export_prompt(format, &name),
            PickEffect::Overwrite { format, name } => return Some(self.export_to(format, &name, true)),
            PickEffect::Copy { name, text } => return Some(self.copy(&name, text)),
            PickEffect::CopyChosen { name, text } => {
                let text = self.chosen_text(text, &self.chosen());
                return Some(self.copy(&name, text));
            }
        }
        None
    }
}
