package org.omnihall.hall.decision.diversion;

/** The principles of diversion, in the order in which they are asked (requirement B27). */
enum Principle {
    /** 高价值客户渠道偏好优先. */
    HIGH_VALUE_PREFERRED,
    /** 低价值客户渠道成本优先，向社会渠道和电子渠道分流. */
    LOW_VALUE_CHEAPEST,
    /** 低风险、低客户接触业务分流到电子渠道. */
    LOW_RISK_LOW_CONTACT_ELECTRONIC,
    /** 低价值业务分流到电子渠道和社会代理渠道. */
    LOW_VALUE_BUSINESS_AWAY,
    /** 标准化产品向社会渠道分流. */
    STANDARD_TO_AGENTS
}
