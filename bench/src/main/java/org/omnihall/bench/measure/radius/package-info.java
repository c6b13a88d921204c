/** {@code ./omnihall bench radius}: the AAA path under closed and open loads, with outage and overload, beside FreeRADIUS. */
@NullMarked
package org.omnihall.bench.measure.radius;

import org.jspecify.annotations.NullMarked;
