/** Offerings to be ordered, and a program that orders them from outside (TMF622). */
@NullMarked
package org.omnihall.bench.order;

import org.jspecify.annotations.NullMarked;
