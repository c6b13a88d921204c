/** {@code ./omnihall bench faults} and {@code ./omnihall bench nodes}: whole sessions while things break, and the books of both sides afterwards. */
@NullMarked
package org.omnihall.bench.measure.faults;

import org.jspecify.annotations.NullMarked;
