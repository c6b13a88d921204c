/** A simulated SMS centre that speaks SMPP 3.4 over TCP, with a codec of its own, and the phones behind it. */
@NullMarked
package org.omnihall.bench.sms;

import org.jspecify.annotations.NullMarked;
