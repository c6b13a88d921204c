package org.omnihall.hall.ordering.cashier;

import java.net.URI;
import java.time.Instant;

/**
 * What is to be paid.
 *
 * @param number our number of it, 28 letters and digits
 * @param subject what the payer reads
 * @param tellAt where the callback goes
 * @param comeBack where the browser goes when the payer is done
 */
record Charge(String number, long fen, String subject, URI tellAt, URI comeBack, Instant expires) {}
