package org.omnihall.hall.channel;

/** For whom a channel can be meant (客户定位, requirement B9): persons by their value, companies by their tier (D6). */
public enum CustomerSegment {
    HIGH_VALUE,
    MIDDLE_VALUE,
    LOW_VALUE,
    COMPANY_A,
    COMPANY_B,
    COMPANY_C,
    COMPANY_MICRO
}
