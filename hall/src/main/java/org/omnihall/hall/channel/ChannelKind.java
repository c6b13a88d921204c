package org.omnihall.hall.channel;

/** What a channel is in particular; every kind is of one class (requirement B1). */
public enum ChannelKind {
    /** 自有营业厅. */
    HALL(ChannelClass.OWN_STORE),
    /** 体验营业厅: where people try before they buy. */
    EXPERIENCE_HALL(ChannelClass.OWN_STORE),
    /** 指定专营店. */
    EXCLUSIVE_AGENT(ChannelClass.AGENT_STORE),
    /** 特约代理点. */
    AGENT_POINT(ChannelClass.AGENT_STORE),
    /** 电话营业厅: voice menu and agents. */
    HOTLINE(ChannelClass.ELECTRONIC),
    /** 短信营业厅. */
    SMS_HALL(ChannelClass.ELECTRONIC),
    /** 网上营业厅. */
    WEB_HALL(ChannelClass.ELECTRONIC),
    /** 传统互联网: other people's sites. */
    INTERNET(ChannelClass.ELECTRONIC),
    /** 移动互联网: the app. */
    APP(ChannelClass.ELECTRONIC),
    /** 电子自助终端. */
    KIOSK(ChannelClass.ELECTRONIC),
    /** The login page of the wireless city. */
    PORTAL_PAGE(ChannelClass.ELECTRONIC),
    /** 客户经理. */
    MANAGER(ChannelClass.ACCOUNT_MANAGER);

    private final ChannelClass ofClass;

    ChannelKind(ChannelClass ofClass) {
        this.ofClass = ofClass;
    }

    public ChannelClass ofClass() {
        return ofClass;
    }

    /** Whether people serve customers there; on the other channels customers serve themselves. */
    public boolean isStaffed() {
        return switch (this) {
            case HALL, EXPERIENCE_HALL, EXCLUSIVE_AGENT, AGENT_POINT, HOTLINE, MANAGER -> true;
            case SMS_HALL, WEB_HALL, INTERNET, APP, KIOSK, PORTAL_PAGE -> false;
        };
    }
}
