#pragma once

/// How often memory was asked for, and how often a reference was counted up, by anyone in this process.
long nnb_allocations(void);
long nnb_retains(void);
