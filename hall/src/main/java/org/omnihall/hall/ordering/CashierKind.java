package org.omnihall.hall.ordering;

/** Whose protocol a cashier speaks; the words are {@code ordering.cashier.kind.NAME}. */
public enum CashierKind {
    /** Our own: signed JSON over HTTP. No money moves. */
    SANDBOX,
    /** Alipay's open platform: payment on a page of its own. */
    ALIPAY,
    /** WeChat Pay, version 3: payment of a code that a phone scans. */
    WECHAT_PAY
}
