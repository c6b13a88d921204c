package org.omnihall.hall.interaction;

/** What can stand on a customer card; who sees which is said by {@link CardView}. */
public enum CardField {
    /** 业务推荐信息. */
    RECOMMENDATION,
    /** 渠道历史接触信息: what happened when, on which channel, with what outcome. */
    HISTORY,
    /** The further words of a contact. */
    HISTORY_DETAIL,
    /** 渠道偏好信息. */
    PREFERENCE,
    /** 客户业务状态信息: products, orders and sessions. */
    STATE,
    /** The part of the business state that tells of bills and money. */
    BILL,
    VALUE_TIER,
    CHURN_RISK,
    /** The subscriber's number, masked. */
    NUMBER,
    /** The name of the person that holds the number. */
    HOLDER,
    /** Kind and last characters of his certificate; the whole number is on no card. */
    CERTIFICATE,
    /** What he allows us to do. */
    CONSENT,
    NOTICE
}
