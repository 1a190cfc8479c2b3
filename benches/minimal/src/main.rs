//! A list of a thousand rows with a cursor: the least that a program with ratatui can be.

use ratatui::{
    crossterm::event::{self, Event, KeyCode},
    style::Style,
    text::Line,
    widgets::Paragraph,
};

fn main() -> std::io::Result<()> {
    let rows: Vec<String> = (1..=1000).map(|n| format!("1850-01-01 A row of the list, long enough, no. {n}")).collect();
    let mut selected = 0;
    ratatui::run(|terminal| {
        loop {
            terminal.draw(|frame| {
                let height = usize::from(frame.area().height);
                let top = selected_top(selected, height);
                let line = |(place, row)| {
                    let style = if place == selected { Style::new().reversed() } else { Style::new() };
                    Line::styled(row, style)
                };
                let lines: Vec<Line<'_>> =
                    rows.iter().map(String::as_str).enumerate().skip(top).take(height).map(line).collect();
                frame.render_widget(Paragraph::new(lines), frame.area());
            })?;
            match event::read()? {
                Event::Key(key) if key.code == KeyCode::Char('j') => selected = (selected + 1).min(rows.len() - 1),
                Event::Key(key) if key.code == KeyCode::Char('k') => selected = selected.saturating_sub(1),
                Event::Key(key) if key.code == KeyCode::Char('q') => return Ok(()),
                _ => {}
            }
        }
    })
}

/// The first row on screen: the cursor stays in the middle.
fn selected_top(selected: usize, height: usize) -> usize {
    selected.saturating_sub(height / 2)
}
