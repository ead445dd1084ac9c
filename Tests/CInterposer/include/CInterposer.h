#pragma once

/// How often the calling thread asked for memory, and how often it counted a reference up.
long nnb_allocations(void);
long nnb_retains(void);

/// The bytes that the calling thread holds, and the most it held since it began to watch.
void nnb_watch_memory(void);
long nnb_held_bytes(void);
long nnb_most_bytes(void);
