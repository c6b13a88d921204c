package org.omnihall.portal.server;

import java.util.Optional;
import org.omnihall.portal.AttributeType;
import org.omnihall.portal.Dialect;
import org.omnihall.portal.Type;

/**
 * In what devices of one dialect still differ.
 *
 * @param repeatsChallenge whether REQ_AUTH repeats the challenge that the device gave
 * @param macAttribute the attribute by which requests name the client's MAC, if the device wants that
 * @param heartbeat NTF_HEARTBEAT at H3C, WEB_STATUS_NOTIFY at Huawei
 * @param macMessages the dialect of MAC binding messages, which carry no authenticator at most devices
 */
public record Habits(
        boolean repeatsChallenge, Optional<AttributeType> macAttribute, Type heartbeat, Dialect macMessages) {

    public static final Habits DEFAULT = new Habits(false, Optional.empty(), Type.NTF_HEARTBEAT, Dialect.CMCC);

    public Habits {
        if (heartbeat != Type.NTF_HEARTBEAT && heartbeat != Type.WEB_STATUS_NOTIFY) {
            throw new IllegalArgumentException("no heartbeat: " + heartbeat);
        }
    }
}
