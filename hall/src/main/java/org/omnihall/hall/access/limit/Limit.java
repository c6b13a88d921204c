package org.omnihall.hall.access.limit;

import org.omnihall.hall.access.network.DevicePolicy;

/**
 * How many devices an owner may have online, and what becomes of one more.
 *
 * @param devices zero means no limit
 */
public record Limit(DevicePolicy policy, int devices) {

    public static final Limit NONE = new Limit(DevicePolicy.REJECT, 0);
}
