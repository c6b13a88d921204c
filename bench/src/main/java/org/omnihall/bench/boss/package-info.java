/** A simulated business support system: does what ordering tells it, once for each key, keeps account of it, and fails on demand. */
@NullMarked
package org.omnihall.bench.boss;

import org.jspecify.annotations.NullMarked;
