/** Many phones that come, stay and return, seeded and repeatable. */
@NullMarked
package org.omnihall.bench.population;

import org.jspecify.annotations.NullMarked;
