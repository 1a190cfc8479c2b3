//! What the mouse events of the input library are called here.

use termina::event::{Modifiers, MouseButton, MouseEvent, MouseEventKind};

use crate::input::{Gesture, Mouse};

/// What was done with the mouse; `None` for other buttons than the left, and for moves without a button.
pub(super) fn mouse(event: MouseEvent) -> Option<Mouse> {
    let gesture = match event.kind {
        MouseEventKind::Down(MouseButton::Left) => Gesture::Press,
        MouseEventKind::Drag(MouseButton::Left) => Gesture::Drag,
        MouseEventKind::Up(MouseButton::Left) => Gesture::Release,
        MouseEventKind::ScrollUp => Gesture::WheelUp,
        MouseEventKind::ScrollDown => Gesture::WheelDown,
        MouseEventKind::ScrollLeft => Gesture::WheelLeft,
        MouseEventKind::ScrollRight => Gesture::WheelRight,
        _ => return None,
    };
    let shift = event.modifiers.contains(Modifiers::SHIFT);
    Some(Mouse { gesture, column: event.column, row: event.row, shift })
}
