//! What is known of every event without reading its texts, kept small: a timeline may have a million events, and its
//! texts may lie in a file.

use std::cmp::{Ordering, Reverse};

use super::{
    Area, AreaId, DateBounds, Event, EventDate, EventFlag, EventFlags, Id, Kind, KindId, Lane, LaneId, Moment, Party,
    PartyId, Vocabularies, Vocabulary, Zone,
};

/// Marks the vocabulary of languages (BCP 47) of quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Language {}

/// In place of nanoseconds: the source tells no part of a second.
const NO_FRACTION: u32 = u32::MAX;

/// What is known of an event without reading its texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EventMeta {
    /// When it started and ended.
    pub bounds: DateBounds,
    stands: Moment,
    /// The lane that it stands in.
    pub lane: LaneId,
    /// What kind of event it is.
    pub kind: KindId,
    flags: EventFlags,
    /// How many quotes it has; all above 65,535 count as so many.
    pub quotes: u16,
    /// The part of its first second, or [`NO_FRACTION`].
    nanos: u32,
    /// Where its areas, parties and languages stand in the lists of its chunk, and how many there are.
    lists: u32,
    areas: u16,
    parties: u16,
    langs: u16,
}

impl EventMeta {
    /// The moment at which it stands on the axis; see [`EventDate::display_moment`]. `None` if nothing of it is finite.
    pub fn display_moment(&self) -> Option<Moment> {
        Some(self.stands).filter(|moment| moment.is_finite())
    }

    /// The part of its first second, in nanoseconds; `None` where the source does not tell it.
    pub fn nanos(&self) -> Option<u32> {
        Some(self.nanos).filter(|nanos| *nanos != NO_FRACTION)
    }

    /// The order of a timeline: by earliest start, to the fraction of a second, then the longer first, so that a month
    /// heads its days.
    pub fn order(&self, other: &Self) -> Ordering {
        let key = |meta: &Self| {
            let DateBounds { start, end } = meta.bounds;
            (start.earliest, meta.nanos().unwrap_or(0), Reverse(end.latest))
        };
        key(self).cmp(&key(other))
    }

    /// The same as the clock of a zone shows it. What is no instant stays as it is.
    #[must_use]
    pub fn placed(self, zone: Zone) -> Self {
        if !self.is(EventFlag::Instant) {
            return self;
        }
        Self { bounds: self.bounds.placed(zone), stands: zone.place(self.stands), ..self }
    }

    /// Whether this holds of it.
    pub const fn is(&self, asked: EventFlag) -> bool {
        self.flags.has(asked)
    }
}

/// What metadata is made of.
#[derive(Debug)]
pub struct NewEventMeta<'a, A, P, L> {
    /// When it happened.
    pub date: &'a EventDate,
    /// The lane that it stands in.
    pub lane: LaneId,
    /// What kind of event it is.
    pub kind: KindId,
    /// What holds of it.
    pub flags: EventFlags,
    /// How many quotes it has.
    pub quotes: usize,
    /// Its areas.
    pub areas: A,
    /// Its parties.
    pub parties: P,
    /// The languages of its quotes.
    pub languages: L,
}

/// The metadata of some events, in the order in which they were read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Chunk {
    meta: Vec<EventMeta>,
    /// Areas, parties and languages of each event, by their places in the vocabularies.
    lists: Vec<u16>,
    offsets: Offsets,
}

/// Which offsets from UTC instants were written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Offsets {
    /// There are no instants.
    #[default]
    None,
    /// All with this one, in minutes east of Greenwich.
    One(i16),
    /// With several.
    Several,
}

impl Offsets {
    /// Those of both.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        match (self, other) {
            (Self::None, one) | (one, Self::None) => one,
            (one, other) if one == other => one,
            _ => Self::Several,
        }
    }
}

impl Chunk {
    /// So many events a chunk holds at most.
    pub const MAX_EVENTS: usize = 1 << 20;

    /// Takes in an event; the languages of its quotes are interned.
    pub fn push(&mut self, event: &Event, languages: &mut Vocabulary<Language>) {
        self.push_outline(NewEventMeta {
            date: &event.date,
            lane: event.lane,
            kind: event.kind,
            flags: EventFlags::of(event),
            quotes: event.quotes.len(),
            areas: event.areas.iter().copied(),
            parties: event.parties.iter().copied(),
            languages: event.quotes.iter().filter_map(|quote| quote.lang.as_deref()).map(|tag| languages.intern(tag)),
        });
    }

    /// Which offsets its instants were written with.
    pub const fn offsets(&self) -> Offsets {
        self.offsets
    }

    /// The same events as the clock of a zone shows them.
    #[must_use]
    pub fn placed(&self, zone: Zone) -> Self {
        let meta = self.meta.iter().map(|meta| meta.placed(zone)).collect();
        Self { meta, lists: self.lists.clone(), offsets: self.offsets }
    }

    /// Takes in an event of which there is no more than this.
    pub fn push_outline<A, P, L>(&mut self, outline: NewEventMeta<'_, A, P, L>)
    where
        A: Iterator<Item = AreaId>,
        P: Iterator<Item = PartyId>,
        L: Iterator<Item = Id<Language>>,
    {
        let begin = self.lists.len();
        // A vocabulary has no more terms than this.
        let most = usize::from(u16::MAX);
        self.lists.extend(outline.areas.map(Id::place).take(most));
        let after_areas = self.lists.len();
        self.lists.extend(outline.parties.map(Id::place).take(most));
        let after_parties = self.lists.len();
        self.lists.extend(outline.languages.map(Id::place).take(most));
        let count = |from: usize, to: usize| u16::try_from(to - from).unwrap_or(u16::MAX);
        let mut flags = outline.flags;
        flags.add(EventFlag::Instant, outline.date.is_instant());
        self.offsets = self.offsets.and(outline.date.offset().map_or(Offsets::None, Offsets::One));
        self.meta.push(EventMeta {
            bounds: *outline.date.bounds(),
            stands: outline.date.display_moment().unwrap_or(Moment::DISTANT_FUTURE),
            lane: outline.lane,
            kind: outline.kind,
            flags,
            nanos: outline.date.nanos().unwrap_or(NO_FRACTION),
            quotes: u16::try_from(outline.quotes).unwrap_or(u16::MAX),
            lists: u32::try_from(begin).unwrap_or(u32::MAX),
            areas: count(begin, after_areas),
            parties: count(after_areas, after_parties),
            langs: count(after_parties, self.lists.len()),
        });
    }

    /// Takes in all events of another chunk behind its own.
    pub fn append(&mut self, mut other: Self) {
        let shift = u32::try_from(self.lists.len()).unwrap_or(u32::MAX);
        self.offsets = self.offsets.and(other.offsets);
        self.lists.append(&mut other.lists);
        self.meta
            .extend(other.meta.into_iter().map(|meta| EventMeta { lists: meta.lists.saturating_add(shift), ..meta }));
    }

    /// How many events there are.
    pub fn len(&self) -> usize {
        self.meta.len()
    }

    /// Bytes of metadata.
    pub fn bytes(&self) -> usize {
        size_of_val(self.meta.as_slice()) + size_of_val(self.lists.as_slice())
    }

    /// Whether there is no event.
    pub fn is_empty(&self) -> bool {
        self.meta.is_empty()
    }

    /// The metadata in the order of reading.
    pub fn meta(&self) -> &[EventMeta] {
        &self.meta
    }

    /// The areas of an event of this chunk.
    pub fn areas(&self, meta: &EventMeta) -> impl Iterator<Item = AreaId> + '_ {
        self.list::<Area>(meta, 0, meta.areas)
    }

    /// The parties of an event of this chunk.
    pub fn parties(&self, meta: &EventMeta) -> impl Iterator<Item = PartyId> + '_ {
        self.list::<Party>(meta, usize::from(meta.areas), meta.parties)
    }

    /// The languages of the quotes of an event of this chunk.
    pub fn languages(&self, meta: &EventMeta) -> impl Iterator<Item = Id<Language>> + '_ {
        self.list::<Language>(meta, usize::from(meta.areas) + usize::from(meta.parties), meta.langs)
    }

    fn list<V>(&self, meta: &EventMeta, skipped: usize, count: u16) -> impl Iterator<Item = Id<V>> + use<'_, V> {
        let from = meta.lists as usize + skipped;
        let places = self.lists.get(from..from + usize::from(count)).unwrap_or_default();
        places.iter().map(|&place| Id::new(usize::from(place)))
    }

    /// Writes every id anew, as the vocabularies of the whole timeline have it, and gives back memory that is not
    /// needed.
    pub fn renumber(&mut self, new: &IdRemap) {
        for meta in &mut self.meta {
            meta.lane = new.lanes.get(meta.lane.index()).copied().unwrap_or(meta.lane);
            meta.kind = new.kinds.get(meta.kind.index()).copied().unwrap_or(meta.kind);
            let begin = meta.lists as usize;
            let lengths = [usize::from(meta.areas), usize::from(meta.parties), usize::from(meta.langs)];
            let mut rest = self.lists.get_mut(begin..).unwrap_or_default();
            for (length, table) in lengths.into_iter().zip([&new.areas, &new.parties, &new.languages]) {
                let Some((list, after)) = std::mem::take(&mut rest).split_at_mut_checked(length) else { break };
                for place in list {
                    *place = table.get(usize::from(*place)).copied().unwrap_or(*place);
                }
                rest = after;
            }
        }
        self.meta.shrink_to_fit();
        self.lists.shrink_to_fit();
    }
}

/// For each id of a chunk's own vocabularies the id that the whole timeline has for it.
#[derive(Debug, Clone, Default)]
pub struct IdRemap {
    lanes: Vec<LaneId>,
    kinds: Vec<KindId>,
    areas: Vec<u16>,
    parties: Vec<u16>,
    languages: Vec<u16>,
}

impl IdRemap {
    /// Interns all terms of a chunk's own vocabularies in those of the timeline.
    pub fn into(
        (words, languages): (&Vocabularies, &Vocabulary<Language>),
        (all_words, all_languages): (&mut Vocabularies, &mut Vocabulary<Language>),
    ) -> Self {
        Self {
            lanes: interned::<Lane>(&words.lanes, &mut all_words.lanes),
            kinds: interned::<Kind>(&words.kinds, &mut all_words.kinds),
            areas: places::<Area>(&words.areas, &mut all_words.areas),
            parties: places::<Party>(&words.parties, &mut all_words.parties),
            languages: places::<Language>(languages, all_languages),
        }
    }
}

fn interned<V: Copy>(own: &Vocabulary<V>, all: &mut Vocabulary<V>) -> Vec<Id<V>> {
    own.iter().map(|(_, term)| all.intern(&term.id)).collect()
}

fn places<V: Copy>(own: &Vocabulary<V>, all: &mut Vocabulary<V>) -> Vec<u16> {
    interned(own, all).into_iter().map(Id::place).collect()
}
