//! Folded lines that were cut within a character.

/// Moves a fold that was made within a character (RFC 5545, section 3.1, warns of these) behind it. Bytes are as many as they
/// were, and lines too.
pub(in super::super) fn mend_folds(bytes: &mut [u8]) {
    let newlines: Vec<usize> = memchr::memchr_iter(b'\n', bytes).collect();
    for newline in newlines {
        let fold = if newline > 0 && bytes.get(newline - 1) == Some(&b'\r') { newline - 1 } else { newline };
        let after = newline + 2;
        let is_rest = |byte: &&u8| matches!(**byte, 0x80..=0xBF);
        let is_folded = matches!(bytes.get(newline + 1), Some(b' ' | b'\t'));
        let rest = bytes.get(after..).unwrap_or_default().iter().take(3).take_while(is_rest).count();
        if !is_folded || rest == 0 {
            continue;
        }
        if let Some(moved) = bytes.get_mut(fold..after + rest) {
            moved.rotate_right(rest);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fold_within_a_character_is_moved_behind_it() {
        let text = "SUMMARY:会談\r\n";
        let cut = "SUMMARY:会".len() - 1;
        let (before, behind) = text.as_bytes().split_at(cut);
        let mut bytes = [before, b"\r\n ", behind].concat();
        mend_folds(&mut bytes);
        assert_eq!(String::from_utf8(bytes).unwrap(), "SUMMARY:会\r\n 談\r\n");
        for sound in ["A:b\n c\n", "A:b\n", " \u{e9}", "A:é\r\n é"] {
            let mut bytes = sound.as_bytes().to_vec();
            mend_folds(&mut bytes);
            assert_eq!(bytes, sound.as_bytes());
        }
    }
}
