package org.omnihall.hall.messaging;

import java.nio.ByteBuffer;
import java.util.Map;
import java.util.TreeMap;
import org.omnihall.hall.vault.Vault;
import org.omnihall.octets.Octets;
import org.springframework.stereotype.Component;

/** The words of a message, such as its code, as they rest in the database: sealed, and bound to the message's id. */
@Component
class SealedWords {

    private static final String PURPOSE = "messaging/words";

    private final Vault vault;

    SealedWords(Vault vault) {
        this.vault = vault;
    }

    Octets seal(MessageId id, Map<String, String> words) {
        Octets plain = Octets.EMPTY;
        for (Map.Entry<String, String> word : new TreeMap<>(words).entrySet()) {
            plain = plain.plus(measured(word.getKey())).plus(measured(word.getValue()));
        }
        return vault.seal(PURPOSE, plain, context(id));
    }

    Map<String, String> open(MessageId id, Octets sealed) {
        ByteBuffer in = ByteBuffer.wrap(vault.open(PURPOSE, sealed, context(id)).toBytes());
        Map<String, String> words = new TreeMap<>();
        while (in.hasRemaining()) {
            String key = Octets.take(in, in.getInt()).toText();
            words.put(key, Octets.take(in, in.getInt()).toText());
        }
        return words;
    }

    private static Octets measured(String text) {
        Octets octets = Octets.ofText(text);
        return Octets.ofInt(octets.length()).plus(octets);
    }

    private static Octets context(MessageId id) {
        return Octets.ofText(id.value().toString());
    }
}
