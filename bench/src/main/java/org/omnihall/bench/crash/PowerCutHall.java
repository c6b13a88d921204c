package org.omnihall.bench.crash;

import org.omnihall.hall.Omnihall;
import org.omnihall.hall.access.session.journal.JournalFiles;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;

/** The hall whose accounting journal loses, when it is killed, all that was written since the last sync (access-rules.md rule 24). */
public final class PowerCutHall {

    private PowerCutHall() {}

    public static void main(String... arguments) {
        SpringApplication hall = new SpringApplication(Omnihall.class);
        hall.setMainApplicationClass(Omnihall.class); // whose beans were wired at build time
        hall.addInitializers(context -> context.getBeanFactory().addBeanPostProcessor(new Dropping()));
        hall.run(arguments);
    }

    private record Dropping() implements BeanPostProcessor {

        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof JournalFiles files ? new DroppingFiles(files, System.nanoTime()) : bean;
        }
    }
}
