/** The access device's side of the protocol as a pure state machine, for simulators and tests. */
@NullMarked
package org.omnihall.portal.bas;

import org.jspecify.annotations.NullMarked;
