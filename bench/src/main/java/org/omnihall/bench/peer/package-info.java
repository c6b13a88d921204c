/** The plainest server that does the same work, in a process of its own: what a measured ratio is a ratio to. */
@NullMarked
package org.omnihall.bench.peer;

import org.jspecify.annotations.NullMarked;
