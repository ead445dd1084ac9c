#pragma once

// A defect of the program ends it by a signal. What is here runs inside the signal handler, where next to nothing is
// allowed: it starts the program anew, with a note in its environment that says where it was.

/// The variable of the environment that holds the note.
#define RESCUE_VARIABLE "NNB_RESCUE"

/// From now on a signal of a defect starts the program anew with its own arguments.
void rescue_begin(char *const arguments[]);

/// Sets what the note begins with; text beyond 60,000 bytes is cut off.
void rescue_note(const char *text);

/// Sets the place that the note ends with, ` PLACE:SIGNAL`: for this thread, and for all that set none of their own.
void rescue_place(int place);

/// Gives this thread a stack for the handler, so that its own may overflow.
void rescue_guard_stack(void);
