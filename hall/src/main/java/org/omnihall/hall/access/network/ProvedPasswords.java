package org.omnihall.hall.access.network;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicLongArray;
import org.omnihall.hall.database.SpareHeap;
import org.omnihall.octets.Hmac;
import org.omnihall.octets.Octets;

/**
 * Which passwords were right of late, so that the seal of a secret is not opened for each login.
 *
 * <p>Kept are 64 bits of an HMAC over the account, its sealed secret and the password, under a key that only this process ever has: who changes the
 * password or the seal is not known any more, and what is kept tells nothing of a password without the process itself. Bounded: an account may take
 * the place of another, which is proved by its seal then.
 */
final class ProvedPasswords {

    /** The octets of its key. */
    static final int KEY = 32;

    /** Of the heap that is to spare; eight octets an account. */
    private static final double PART_OF_THE_HEAP = 0.03;

    private static final long NOTHING = 0;

    private final Hmac hmac;
    private final AtomicLongArray proofs;

    ProvedPasswords(Octets key) {
        this.hmac = Hmac.sha256(key);
        this.proofs = new AtomicLongArray(Integer.highestOneBit(SpareHeap.rows(Long.BYTES, PART_OF_THE_HEAP)));
    }

    /** What stands for a password of an account as it is sealed now. */
    long proof(NetworkAccount account, Octets password) {
        Octets sealed = account.sealedSecret();
        ByteBuffer all = ByteBuffer.allocate(Long.BYTES + Integer.BYTES + sealed.length() + password.length());
        all.putLong(account.id()).putInt(sealed.length());
        sealed.writeTo(all);
        password.writeTo(all);
        return hmac.of(all.array()).toLong();
    }

    boolean knows(NetworkAccount account, long proof) {
        return proof != NOTHING && proofs.get(place(account)) == proof;
    }

    void note(NetworkAccount account, long proof) {
        proofs.set(place(account), proof);
    }

    /** Accounts are numbered one after the other. */
    private int place(NetworkAccount account) {
        return (int) account.id() & (proofs.length() - 1);
    }
}
