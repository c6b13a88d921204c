package org.omnihall.hall.channel;

/** The four classes of channels, by who owns them and what form they have (requirement B1). */
public enum ChannelClass {
    /** 自营实体渠道: the operator's own stores. */
    OWN_STORE(ChannelForm.STORE),
    /** 社会实体渠道: agents' stores, paid by commission. */
    AGENT_STORE(ChannelForm.STORE),
    /** 电子渠道: telephone, SMS, web, portal pages, terminals. */
    ELECTRONIC(ChannelForm.ELECTRONIC),
    /** 客户经理直销渠道: people who visit customers. */
    ACCOUNT_MANAGER(ChannelForm.VISIT);

    private final ChannelForm form;

    ChannelClass(ChannelForm form) {
        this.form = form;
    }

    public ChannelForm form() {
        return form;
    }
}
