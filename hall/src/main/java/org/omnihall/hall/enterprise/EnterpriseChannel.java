package org.omnihall.hall.enterprise;

import org.omnihall.hall.channel.Channel;
import org.omnihall.hall.channel.Channels;
import org.springframework.stereotype.Component;

/** The channel that the enterprise hall is. */
@Component
public class EnterpriseChannel {

    private final Channels channels;
    private final String code;

    EnterpriseChannel(Channels channels, EnterpriseSettings settings) {
        this.channels = channels;
        this.code = settings.channel();
    }

    /**
     * As the registry has it now.
     *
     * @throws IllegalStateException where no channel has the code of the settings
     */
    public Channel now() {
        return channels.byCode(code)
                .orElseThrow(() -> new IllegalStateException("omnihall.enterprise.channel names no channel: " + code));
    }
}
