/** Simulated access controllers, phones and SMS centre; system tests, load and fault runs. */
@NullMarked
package org.omnihall.bench;

import org.jspecify.annotations.NullMarked;
