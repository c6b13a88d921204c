package org.omnihall.hall.database;

import com.fasterxml.uuid.impl.TimeBasedEpochRandomGenerator;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * New ids that begin with their moment to the millisecond and cannot be guessed from it (RFC 9562 section 5.7). Rows that are written together then
 * lie together in an index: a random id makes PostgreSQL touch, and after a checkpoint log whole, a page for every row.
 */
public final class MomentId {

    private static final TimeBasedEpochRandomGenerator GENERATOR = new TimeBasedEpochRandomGenerator(new Drawn());
    private static final int VERSION = 7;
    private static final long MOMENT = 0xffff_ffff_ffff_0000L;

    private MomentId() {}

    public static UUID at(Instant moment) {
        return GENERATOR.construct(moment.toEpochMilli());
    }

    /**
     * An id with the moment of another in front of what makes it unique, as version 8 (RFC 9562 section 5.8); left as it is where the other has no
     * moment.
     */
    public static UUID near(UUID other, UUID unique) {
        if (other.version() != VERSION) {
            return unique;
        }
        long high = (other.getMostSignificantBits() & MOMENT) | 0x8000L | (unique.getMostSignificantBits() & 0x0fffL);
        return new UUID(high, unique.getLeastSignificantBits());
    }

    /** Octets that nobody can guess, drawn for a hundred ids at once. */
    private static final class Drawn extends Random {

        private static final long serialVersionUID = 1;
        private static final SecureRandom SOURCE = new SecureRandom();
        private static final int ROOM = 1_024;

        private final transient byte[] octets = new byte[ROOM];
        private int used = ROOM;

        @Override
        public synchronized void nextBytes(byte[] wanted) {
            if (wanted.length > ROOM - used) {
                SOURCE.nextBytes(octets);
                used = 0;
            }
            System.arraycopy(octets, used, wanted, 0, wanted.length);
            used += wanted.length;
        }

        /** For all else that a generator may ask for. */
        @Override
        protected int next(int bits) {
            return SOURCE.nextInt() >>> (Integer.SIZE - bits);
        }
    }
}
