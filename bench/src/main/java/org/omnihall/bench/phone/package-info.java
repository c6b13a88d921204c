/** Simulated phones: a mini-browser without cookies or scripts, and a person who types a number and a code. */
@NullMarked
package org.omnihall.bench.phone;

import org.jspecify.annotations.NullMarked;
