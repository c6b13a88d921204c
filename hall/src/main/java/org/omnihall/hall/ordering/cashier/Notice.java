package org.omnihall.hall.ordering.cashier;

/**
 * What a callback said that was proved.
 *
 * @param nonce names the callback: the same once more is a replay
 * @param number our number of the payment
 */
record Notice(String nonce, String number, Standing standing) {}
