package org.omnihall.hall.catalogue;

/** The six types of business that channels carry, told apart by value and risk (requirement B15). */
public enum BusinessType {
    /** 销售型: standardised business for the mass of customers. */
    SALES,
    /** 战略型: wins important customers. */
    STRATEGIC,
    /** 激励型: gets new services used and keeps value high. */
    INCENTIVE,
    /** 挽留型: keeps important customers by special terms. */
    RETENTION,
    /** 服务型: simple, without sensitive facts. */
    SERVICE,
    /** 敏感型: touches customers' papers and secrets, so it is done face to face in an own store and nowhere else. */
    SENSITIVE
}
