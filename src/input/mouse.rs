//! What the mouse does.

/// What was done with the mouse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Gesture {
    /// The left button was pressed.
    Press,
    /// It was moved while pressed.
    Drag,
    /// It was let go.
    Release,
    /// The wheel was turned away from the hand.
    WheelUp,
    /// The wheel was turned towards the hand.
    WheelDown,
    /// The wheel was tilted to the left.
    WheelLeft,
    /// The wheel was tilted to the right.
    WheelRight,
}

/// Something done with the mouse at a place of the screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Mouse {
    /// What was done.
    pub gesture: Gesture,
    /// The column, from 0.
    pub column: u16,
    /// The row, from 0.
    pub row: u16,
    /// Whether Shift was held.
    pub shift: bool,
}
