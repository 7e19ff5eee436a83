// A long import goes on by itself; without this file by its button.

document.querySelector('#go-on')?.requestSubmit()
