/** {@code ./omnihall bench soak}: whole sessions for half an hour at half of what the hall can do, and whether it holds more and more meanwhile. */
@NullMarked
package org.omnihall.bench.measure.soak;

import org.jspecify.annotations.NullMarked;
