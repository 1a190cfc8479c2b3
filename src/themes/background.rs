//! What lies behind the text.

/// What lies behind the text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Background {
    /// Dark, under light text.
    Dark,
    /// Light, under dark text.
    Light,
}

impl Background {
    /// Returns the kind of a colour of red, green and blue, 0–255, by its luma.
    ///
    /// The weights are those of [ITU-R BT.709](https://www.itu.int/rec/R-REC-BT.709), on the values as they are.
    pub fn from_rgb(red: u8, green: u8, blue: u8) -> Self {
        let luma = (2126 * u32::from(red) + 7152 * u32::from(green) + 722 * u32::from(blue)) / 10_000;
        if luma > 127 { Self::Light } else { Self::Dark }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_background_is_dark_or_light_by_its_luma() {
        assert_eq!(Background::from_rgb(0, 0, 0), Background::Dark);
        assert_eq!(Background::from_rgb(255, 255, 255), Background::Light);
        assert_eq!(Background::from_rgb(0xfd, 0xf6, 0xe3), Background::Light);
        assert_eq!(Background::from_rgb(0x00, 0x2b, 0x36), Background::Dark);
        assert_eq!(Background::from_rgb(0, 0, 255), Background::Dark);
    }
}
