package org.omnihall.hall.catalogue;

/** The families of products: the seven for small and medium companies (requirement D10), and what persons buy. */
public enum ProductFamily {
    /** 外勤定位签到. */
    LOCATION_CHECK_IN,
    /** 车务管理. */
    VEHICLE_MANAGEMENT,
    /** V网. */
    V_NET,
    /** 专线. */
    DEDICATED_LINE,
    /** 彩铃. */
    COLOR_RING,
    /** 企业短信. */
    ENTERPRISE_SMS,
    /** 商务WLAN. */
    BUSINESS_WLAN,
    /** 个人流量与套餐. */
    PERSONAL_PLAN
}
