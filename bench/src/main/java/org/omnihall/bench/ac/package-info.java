/** Simulated access controllers: they redirect HTTP, speak the Portal protocol, ask and tell RADIUS, and obey Disconnects and CoA. */
@NullMarked
package org.omnihall.bench.ac;

import org.jspecify.annotations.NullMarked;
