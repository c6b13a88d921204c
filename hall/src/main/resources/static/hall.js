// The few behaviours of the shell. Everything hangs on data attributes, so parts that htmx swaps in work at once.
document.addEventListener('click', event => {
    const at = selector => event.target.closest(selector);
    const root = document.documentElement;

    if (at('[data-theme-switch]')) {
        const theme = root.dataset.bsTheme === 'dark' ? 'light' : 'dark';
        root.dataset.bsTheme = theme;
        localStorage.setItem('theme', theme);
        document.dispatchEvent(new CustomEvent('hall:theme', {detail: theme}));
    }
    if (at('[data-menu]')) {
        root.classList.toggle('h-menu-open');
    }
    const opener = at('[data-open]');
    if (opener) {
        document.getElementById(opener.dataset.open).showModal();
    }
    if (at('[data-close]')) {
        at('dialog').close();
    }
    const copy = at('[data-copy]');
    if (copy) {
        navigator.clipboard.writeText(copy.dataset.copy).then(() => {
            copy.classList.add('h-done');
            setTimeout(() => copy.classList.remove('h-done'), 1200);
        });
    }
    document.querySelectorAll('details.h-menu[open]').forEach(menu => {
        if (!menu.contains(event.target)) {
            menu.open = false;
        }
    });
});

document.addEventListener('keydown', event => {
    if (event.key === 'Escape') {
        document.documentElement.classList.remove('h-menu-open');
        document.querySelectorAll('details.h-menu[open]').forEach(menu => menu.open = false);
    }
});

// A file that the server would not take is refused at once, in words.
document.addEventListener('change', event => {
    const file = event.target;
    if (file.dataset && file.dataset.most) {
        const large = [...file.files].some(one => one.size > Number(file.dataset.most));
        file.setCustomValidity(large ? file.dataset.tooLarge : '');
        file.reportValidity();
    }
});

document.querySelectorAll('dialog[data-opened]').forEach(dialog => dialog.showModal());

// A part that refreshes itself waits while somebody answers a question in it.
document.addEventListener('htmx:beforeRequest', event => {
    if (event.detail.elt.dataset.polls !== undefined && document.querySelector('dialog[open]')) {
        event.preventDefault();
    }
});

// A session that ended while a list was refreshed: go to the sign-in page instead of swapping it in.
document.addEventListener('htmx:beforeSwap', event => {
    if (event.detail.xhr.responseURL && new URL(event.detail.xhr.responseURL).pathname === '/sign-in') {
        event.preventDefault();
        location.reload();
    }
});
