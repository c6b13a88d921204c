package org.omnihall.hall.shell;

/** What a member of the staff may do. The ids are code; which role holds which is data ({@code party.role}). */
public enum Right {
    NETWORK_SEE,
    NETWORK_CHANGE,
    SESSION_SEE,
    SESSION_END,
    NUMBER_SEE,
    MESSAGE_SEE,
    ACCOUNT_CHANGE,
    NUMBER_PLAN_CHANGE,
    CUSTOMER_SEE,
    CUSTOMER_CHANGE,
    CONSENT_CHANGE,
    CARD_SEE,
    CHANNEL_SEE,
    CHANNEL_CHANGE,
    CATALOGUE_SEE,
    CATALOGUE_CHANGE,
    ORDER_SEE,
    ORDER_CHANGE,
    DECISION_SEE,
    DECISION_CHANGE,
    INSIGHT_SEE,
    INSIGHT_CHANGE,
    INTERFACE_SEE,
    INTERFACE_CHANGE,
    SETTING_CHANGE,
    STAFF_CHANGE,
    AUDIT_SEE,
    IMPORT,
    EXPORT
}
