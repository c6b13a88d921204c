package org.omnihall.hall.database;

import org.springframework.context.SmartLifecycle;

/** Something that answers in groups from the start of the application to its end, whose phase tells who has to be there before and after it. */
public abstract class AnswersInGroups implements SmartLifecycle {

    /** Its queue, always the same one. */
    protected abstract GroupAnswers<?, ?> answers();

    @Override
    public void start() {
        answers().start();
    }

    /** Answers what is in the queue and ends. */
    @Override
    public void stop() {
        answers().stop();
    }

    @Override
    public boolean isRunning() {
        return answers().isRunning();
    }
}
