package org.omnihall.bench;

import java.util.Arrays;
import org.omnihall.bench.demo.Town;

/** {@code ./omnihall demo}: the hall in a simulated city; with {@code --smoke} one phone's story, then the end. */
public final class Demo {

    private Demo() {}

    public static void main(String... arguments) throws Exception {
        boolean smoke = Arrays.asList(arguments).contains("--smoke");
        String[] settings = Arrays.stream(arguments)
                .filter(argument -> !argument.equals("--smoke"))
                .toArray(String[]::new);
        if (smoke) {
            System.exit(Town.smoke(System.out, settings));
        }
        Town.open(System.out, settings);
    }
}
