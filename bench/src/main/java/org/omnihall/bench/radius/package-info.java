/** The load of a RADIUS server: packets written and checked by code that shares nothing with the hall's, as cheap as Java can. */
@NullMarked
package org.omnihall.bench.radius;

import org.jspecify.annotations.NullMarked;
