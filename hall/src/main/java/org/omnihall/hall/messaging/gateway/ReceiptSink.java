package org.omnihall.hall.messaging.gateway;

/** Takes receipts; when it returns normally the receipt is kept for good and may be acknowledged. */
@FunctionalInterface
public interface ReceiptSink {
    void take(Receipt receipt);
}
