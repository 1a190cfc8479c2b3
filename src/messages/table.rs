//! What a table of messages is made into. Words without a language do not compile, and what is put into them is checked as
//! `format!` checks it.

/// Makes a function of each row of a table, which gives the words in a language of the interface, and `TABLE` of all rows.
///
/// A row is `name(arguments) "English" | "日本語";`. Where English has two forms, `"one" / "many"`, the first argument counts.
macro_rules! messages {
    ($($name:ident($($argument:ident: $type:ty),*) $english:literal $(/ $many:literal)? | $japanese:literal;)*) => {
        $(messages!(@message $name($($argument: $type),*) $english $(/ $many)? | $japanese);)*

        /// Every row, by its name.
        pub const TABLE: &[(&str, $crate::messages::Phrase)] = &[$((
            stringify!($name),
            $crate::messages::Phrase { english: concat!($english, $("\n", $many)?), japanese: $japanese },
        )),*];
    };
    (@message $name:ident() $english:literal | $japanese:literal) => {
        #[doc = concat!("The message `", stringify!($name), "`.")]
        pub const fn $name(locale: $crate::messages::Locale) -> &'static str {
            $crate::messages::Phrase { english: $english, japanese: $japanese }.text(locale)
        }
    };
    (@message $name:ident($($argument:ident: $type:ty),+) $english:literal | $japanese:literal) => {
        #[doc = concat!("The message `", stringify!($name), "`.")]
        pub fn $name(locale: $crate::messages::Locale, $($argument: $type),+) -> String {
            match locale {
                $crate::messages::Locale::English => format!($english),
                $crate::messages::Locale::Japanese => format!($japanese),
            }
        }
    };
    (@message $name:ident($count:ident: $number:ty $(, $argument:ident: $type:ty)*) $one:literal / $many:literal | $japanese:literal) => {
        #[doc = concat!("The message `", stringify!($name), "`.")]
        pub fn $name(locale: $crate::messages::Locale, $count: $number $(, $argument: $type)*) -> String {
            match locale {
                $crate::messages::Locale::English if $count == 1 => format!($one),
                $crate::messages::Locale::English => format!($many),
                $crate::messages::Locale::Japanese => format!($japanese),
            }
        }
    };
}

/// Makes an enum of facts that are told by themselves, each with its words.
///
/// A row is `/// what it is` and `Name "English" | "日本語";`.
macro_rules! facts {
    (
        $(#[doc = $about:literal])*
        $fact:ident { $($(#[doc = $meaning:literal])* $name:ident $english:literal | $japanese:literal;)* }
    ) => {
        $(#[doc = $about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $fact {
            $($(#[doc = $meaning])* $name,)*
        }

        impl $fact {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$name),*];

            /// Its words.
            pub const fn phrase(self) -> $crate::messages::Phrase {
                match self {
                    $(Self::$name => $crate::messages::Phrase { english: $english, japanese: $japanese },)*
                }
            }

            /// Its words in a language of the interface.
            pub const fn text(self, locale: $crate::messages::Locale) -> &'static str {
                self.phrase().text(locale)
            }
        }
    };
}
