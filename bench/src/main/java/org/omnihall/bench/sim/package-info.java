/** {@code ./omnihall sim}: one access controller and its phones, played against any hall, with faults on demand and a tally at the end. */
@NullMarked
package org.omnihall.bench.sim;

import org.jspecify.annotations.NullMarked;
