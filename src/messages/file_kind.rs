//! Kinds of files that no timeline is read from.

facts! {
    /// A kind of file that no timeline is read from.
    FileKind {
        /// A Windows event log.
        EventLog "a Windows event log" | "Windows イベントログ";
        /// A Parquet table.
        Parquet "a Parquet table" | "Parquet の表";
        /// An Arrow table.
        Arrow "an Arrow table" | "Arrow の表";
        /// An ORC table.
        Orc "an ORC table" | "ORC の表";
        /// An Avro file.
        Avro "an Avro file" | "Avro ファイル";
        /// An HDF5 file.
        Hdf5 "an HDF5 file" | "HDF5 ファイル";
        /// An `SQLite` database.
        Sqlite "an SQLite database" | "SQLite データベース";
        /// A PDF document.
        Pdf "a PDF document" | "PDF 文書";
        /// A document of a word processor.
        WordProcessor "a document of a word processor" | "ワープロ文書";
        /// A spreadsheet.
        Spreadsheet "a spreadsheet" | "表計算ファイル";
        /// A document.
        Document "a document" | "文書";
        /// A program.
        Program "a program" | "プログラム";
        /// A picture.
        Picture "a picture" | "画像";
        /// A sound.
        Sound "a sound" | "音声";
        /// A film.
        Film "a film" | "動画";
        /// A font.
        Font "a font" | "フォント";
        /// An archive.
        Archive "an archive" | "アーカイブ";
        /// A binary file.
        BinaryFile "a binary file" | "バイナリーファイル";
        /// An Org file.
        OrgFile "an Org file" | "Org ファイル";
        /// Markwhen.
        MarkwhenFile "Markwhen" | "Markwhen";
        /// GEDCOM.
        Gedcom "GEDCOM" | "GEDCOM";
    }
}
