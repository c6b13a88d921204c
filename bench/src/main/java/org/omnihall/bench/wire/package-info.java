/** UDP lines between a simulated controller and a hall that lose, repeat, reorder and spoil datagrams, drawn from a seed. */
@NullMarked
package org.omnihall.bench.wire;

import org.jspecify.annotations.NullMarked;
