/** Kills a hall in the middle of its work, again and again, and compares its books with those of the controllers. */
@NullMarked
package org.omnihall.bench.crash;

import org.jspecify.annotations.NullMarked;
