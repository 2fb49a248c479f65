;;; ordain.el --- Order and fact files of Ordain  -*- lexical-binding: t; -*-

;; Load this file from your init file.  Eglot is part of Emacs 29; before it, install the package `eglot'.

;;; Code:

(require 'eglot)

(defvar ordain-program "ordain"
  "The program, which is also the language server.")

(defvar ordain-settings nil
  "What is set, as a property list: (:asOf \"2024-04-05\").")

(define-derived-mode ordain-mode text-mode "Ordain"
  "Order and fact files."
  (setq-local comment-start "-- ")
  (setq-local comment-end ""))

(add-to-list 'auto-mode-alist '("\\.\\(order\\|facts\\)\\'" . ordain-mode))

(add-to-list 'eglot-server-programs
             `(ordain-mode . ,(lambda (&rest _)
                                `(,ordain-program "lsp" :initializationOptions ,ordain-settings))))

(add-hook 'ordain-mode-hook #'eglot-ensure)

(provide 'ordain)
;;; ordain.el ends here
