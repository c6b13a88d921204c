package org.omnihall.hall.access.network;

import java.time.Duration;

/**
 * What a person may use: rates in bits per second as seen from the person (up is what he sends), the longest session, the longest silence
 * and how many devices at once. A rate or duration of zero means no limit.
 *
 * @param quota what he may use in all, and when
 */
public record AccessProfile(
        long id,
        String name,
        long upBitsPerSecond,
        long downBitsPerSecond,
        Duration session,
        Duration idle,
        int devices,
        DevicePolicy policy,
        Quota quota) {}
